import type { PhaseName } from '../vocabulary.ts';
import {
  closure,
  continuationReview,
  correction,
  death,
  excursion,
  flagReview,
  identityMismatch,
  lifelongWatch,
  pendingTests,
  reassessment,
  transcription,
  withdrawal,
} from './beside-the-path.ts';
import { changeControl } from './change-control.ts';
import { collection } from './collection.ts';
import { conditioning } from './conditioning.ts';
import { capa, deviation } from './deviation.ts';
import type { PhaseFlow } from './flow.ts';
import { followUpVisit } from './follow-up-visit.ts';
import { manufacturing } from './manufacturing.ts';
import { order } from './order.ts';
import { orderMatch } from './order-match.ts';
import { receipt } from './receipt.ts';
import { treatment } from './treatment.ts';

export const flows: Readonly<Record<PhaseName, PhaseFlow>> = {
  Order: order,
  Collection: collection,
  Manufacturing: manufacturing,
  Receipt: receipt,
  Treatment: treatment,
  Reassessment: reassessment,
  Conditioning: conditioning,
  PendingTests: pendingTests,
  Excursion: excursion,
  IdentityMismatch: identityMismatch,
  FlagReview: flagReview,
  Withdrawal: withdrawal,
  Death: death,
  OrderMatch: orderMatch,
  FollowUpVisit: followUpVisit,
  LifelongWatch: lifelongWatch,
  Transcription: transcription,
  Correction: correction,
  ContinuationReview: continuationReview,
  Deviation: deviation,
  Capa: capa,
  ChangeControl: changeControl,
  Closure: closure,
};
