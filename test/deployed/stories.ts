import type { Scenario } from '../../local/scenario/scenario.ts';
import { cancel } from '../../scenarios/cancel.ts';
import { collectionFails } from '../../scenarios/collection-fails.ts';
import { rejection } from '../../scenarios/rejection.ts';
import { happyToVisit5 } from './happy-to-visit-5.ts';

/**
 * The scenarios that are played deployed unless others are named, the longest first, so that no lane begins a long one last.
 * Beside the course itself they run side phases that let it go on (conditioning). Before a release `excursion-inbound`, `deteriorates` (flags) and
 * `dies-before-treatment` (death) are played by name as well. All scenarios are played embedded by the ordinary tests.
 */
export const stories: readonly Scenario[] = [happyToVisit5, collectionFails, cancel, rejection];

/** The story that begins on the machines of the last release, and ends on those of this one. */
export const UPGRADED = cancel;
