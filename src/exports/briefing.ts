import { dateText, yearText } from '../i18n/date-text';
import { numberText } from '../i18n/number-text';
import { placeText } from '../i18n/place-text';
import { getOwn } from '../lib/get-own';
import { withoutControls } from '../lib/without-controls';
import type { Activity, FieldType, FieldValue } from '../model/dataset';
import { aboutLines } from './about-lines';
import { type AnswerForm, type AnswerToWrite, NO_OMISSIONS } from './answer-form';

/** Marks up the parts of a briefing note. Only `literal` escapes its text; the others take escaped texts. */
interface Markup {
  title(text: string): string;
  year(text: string): string;
  entry(date: string, title: string): string;
  text(text: string): string;
  fact(label: string, text: string): string;
  link(label: string, url: string): string;
  address(url: string): string;
  literal(text: string): string;
  rule: string;
}

/** Characters that Markdown may read as markup anywhere in a line. */
const MARKDOWN_SPECIAL = /[\\`*_{}[\]<>#|~&]/g;

const MARKDOWN: Markup = {
  title: text => `# ${text}\n\n`,
  year: text => `## ${text}\n\n`,
  entry: (date, title) => `### ${title}\n\n${date}\n\n`,
  text: text => `${text}\n\n`,
  fact: (label, text) => `- ${label}: ${text}\n`,
  link: (label, url) => `[${label}](${MARKDOWN.address(url)})`,
  // Between `<` and `>`, no character of an address is escaped. So the address can also be copied from the file.
  address: url => `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`,
  // A hyphen, a plus sign or a number with a full stop begins a list only at the beginning of a line.
  literal: text =>
    onOneLine(text)
      .replace(MARKDOWN_SPECIAL, '\\$&')
      .replace(/^(\s*)([-+=])/gm, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/gm, '$1\\$2'),
  rule: '---\n\n',
};

const PLAIN: Markup = {
  title: text => `${text}\n${'='.repeat(Math.min(72, [...text].length))}\n\n`,
  year: text => `${text}\n${'-'.repeat([...text].length)}\n\n`,
  entry: (date, title) => `${date}: ${title}\n`,
  text: text => `${text}\n`,
  fact: (label, text) => `${label}: ${text}\n`,
  link: (label, url) => `${label}: ${url}`,
  address: url => url,
  literal: onOneLine,
  rule: '-- \n',
};

export const markdownForm: AnswerForm = {
  id: 'markdown',
  extension: '.md',
  mediaType: 'text/markdown;charset=utf-8',
  write: answer => briefing(answer, MARKDOWN),
};

export const textForm: AnswerForm = {
  id: 'text',
  extension: '.txt',
  mediaType: 'text/plain;charset=utf-8',
  write: answer => briefing(answer, PLAIN),
};

/** Writes a briefing note: the view in words, its filters, the entries grouped by year, and facts about the dataset. */
async function* briefing(answer: AnswerToWrite, markup: Markup): ReturnType<AnswerForm['write']> {
  const { about, tools } = answer;
  const { literal } = markup;
  yield markup.title(literal(about.sentence));
  if (about.filters.length > 0)
    yield `${about.filters.map(filter => markup.text(literal(filter))).join('')}${spaced(markup)}`;
  let year: string | null = null;
  for await (const batch of answer.activities) {
    let text = '';
    for (const activity of batch) {
      const next = yearText(tools, activity.earliest);
      if (next !== year) text += markup.year(literal(next));
      year = next;
      text += entry(activity, answer, markup);
    }
    yield text;
  }
  yield markup.rule;
  const addresses = [about.link, answer.head.license, ...answer.head.sources.map(({ url }) => url)];
  for (const [label, text] of aboutLines(answer)) {
    const url = addresses.find(address => address && /^https?:/i.test(address) && text.endsWith(address)) ?? '';
    const before = url === text ? '' : literal(text.slice(0, text.length - url.length));
    yield markup.fact(literal(label), url === '' ? before : before + markup.address(url));
  }
  return NO_OMISSIONS;
}

function entry(activity: Activity, { head, tools }: AnswerToWrite, markup: Markup): string {
  const { words, t } = tools;
  const { literal } = markup;
  const facts: string[] = [];
  for (const { id, label, values } of head.facets) {
    const tagged = new Set(getOwn(activity.tags, id));
    const labels = values.filter(value => tagged.has(value.id)).map(value => words(value.label));
    if (labels.length > 0) facts.push(markup.fact(literal(words(label)), literal(labels.join('; '))));
  }
  for (const { id, label, type } of head.fields ?? []) {
    const value = getOwn(activity.values ?? {}, id);
    if (value !== undefined) facts.push(markup.fact(literal(words(label)), literal(valueText(value, type, tools))));
  }
  if (activity.place) facts.push(markup.fact(literal(t('export.place')), literal(placeText(tools, activity.place))));
  if (activity.dateNote) facts.push(markup.fact(literal(t('export.dateNote')), literal(words(activity.dateNote))));
  for (const { label, url } of activity.links ?? []) {
    facts.push(markup.fact(literal(t('export.link')), markup.link(literal(words(label)), url)));
  }
  const summary = activity.summary ? markup.text(literal(words(activity.summary))) : '';
  return `${markup.entry(literal(dateText(tools, activity.date)), literal(words(activity.title)))}${summary}${facts.join('')}\n`;
}

function valueText(value: FieldValue, type: FieldType, tools: AnswerToWrite['tools']): string {
  if (typeof value === 'number') return numberText(value, tools.language);
  return type === 'date' && typeof value === 'string' ? dateText(tools, value) : tools.words(value);
}

function spaced(markup: Markup): string {
  return markup === PLAIN ? '\n' : '';
}

function onOneLine(text: string): string {
  return withoutControls(text).replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ');
}
