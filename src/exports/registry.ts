import { type LazyModule, lazyModule } from '../lib/lazy-module';
import type { AnswerForm, AnswerFormId } from './answer-form';

/** The forms in which the activities of a view are written. The code of a form is loaded when the form is used. */
const ANSWER_FORMS: Readonly<Record<AnswerFormId, LazyModule<AnswerForm>>> = {
  csv: lazyModule(async () => (await import('./csv')).csvForm),
  csvw: lazyModule(async () => (await import('./csvw')).csvwForm),
  xlsx: lazyModule(async () => (await import('./xlsx')).xlsxForm),
  json: lazyModule(async () => (await import('./json')).jsonForm),
  calendar: lazyModule(async () => (await import('./calendar')).calendarForm),
  markdown: lazyModule(async () => (await import('./briefing')).markdownForm),
  text: lazyModule(async () => (await import('./briefing')).textForm),
  svg: lazyModule(async () => (await import('./picture/svg')).svgForm),
  zip: lazyModule(async () => (await import('./zip')).zipForm),
};

export const ANSWER_FORM_IDS = Object.keys(ANSWER_FORMS) as readonly AnswerFormId[];

export function answerForm(id: AnswerFormId): Promise<AnswerForm> {
  return ANSWER_FORMS[id].load();
}
