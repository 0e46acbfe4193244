import { playPart } from '../support/play-scenarios.ts';

playPart(3);
