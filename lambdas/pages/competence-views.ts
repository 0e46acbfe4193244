import type { CompetenceRecord } from '../domain/competence/competence.ts';
import type { CompetenceLine } from '../domain/competence/listed-competence.ts';
import type { Task } from '../domain/competence/tasks.ts';
import type { ActsView } from './register-views.ts';
import type { OwnPage } from './worklist-views.ts';

export type { CompetenceLine, CompetenceRecord, Task };

/** Who may do which task until when. */
export interface CompetenceView extends OwnPage {
  readonly lines: readonly CompetenceLine[];
  /** How many more there are. */
  readonly left: number;
  /** Of everybody of the site, or of the reader alone. */
  readonly ofAll: boolean;
  readonly task?: Task;
}

/** The competence of one person, with everything that was recorded of it. */
export interface CompetenceOfView extends OwnPage, Pick<ActsView, 'problem' | 'typed'> {
  readonly person: { readonly id: string; readonly name: string };
  readonly lines: readonly CompetenceLine[];
  /** Newest first. */
  readonly records: readonly CompetenceRecord[];
  /** Tasks in which the reader may take it back. */
  readonly revocable: readonly Task[];
  /** It was taken back just now. */
  readonly isDone: boolean;
}
