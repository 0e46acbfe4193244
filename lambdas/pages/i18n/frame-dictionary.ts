import type { Language } from '../views.ts';
import { address as germanAddress } from './de/address.ts';
import { oidc as germanOidc } from './de/oidc.ts';
import { back as germanBack, outcomes as germanOutcomes, page as germanPage } from './de/page.ts';
import { passkey as germanPasskey } from './de/passkey.ts';
import { words as germanWords } from './de/words.ts';
import { worklist as germanWorklist } from './de/worklist.ts';
import { address } from './en/address.ts';
import { oidc } from './en/oidc.ts';
import { back, outcomes, page } from './en/page.ts';
import { passkey } from './en/passkey.ts';
import { words } from './en/words.ts';
import { worklist } from './en/worklist.ts';

const english = { ...words, address, page, back, outcomes, oidc, passkey, worklist };
const german: typeof english = {
  ...germanWords,
  address: germanAddress,
  page: germanPage,
  back: germanBack,
  outcomes: germanOutcomes,
  oidc: germanOidc,
  passkey: germanPasskey,
  worklist: germanWorklist,
};

/** The part of the dictionary that stands around every page; whoever shows no step loads no more than this. */
export type FrameDictionary = typeof english;

const frames: Readonly<Record<Language, FrameDictionary>> = { en: english, de: german };

export const frameDictionary = (language: Language): FrameDictionary => frames[language];
