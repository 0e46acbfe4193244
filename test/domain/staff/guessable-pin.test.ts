import { expect, it } from 'vitest';
import { isGuessable } from '../../../lambdas/domain/staff/guessable-pin.ts';

it.each(['000000', '123456', '987654321'])('%s is tried first', (pin) => expect(isGuessable(pin)).toBe(true));
it.each(['246810', '112233', '123457', '901234'])('%s is not', (pin) => expect(isGuessable(pin)).toBe(false));
