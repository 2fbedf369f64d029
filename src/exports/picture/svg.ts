import { isolated } from '../../lib/isolated';
import { xmlElement, xmlText } from '../../lib/xml';
import { aboutLines } from '../about-lines';
import { type AnswerForm, type AnswerToWrite, NO_OMISSIONS } from '../answer-form';
import { LEGEND_LINE } from './legend';
import { type Look, lookOf, SANS, SERIF } from './looks';
import type { PictureFacts } from './picture-facts';
import { definitions } from './shapes';
import { linesOf } from './text-metrics';
import { line, linesAt, textAt } from './texts';
import { timelineChart } from './timeline-chart';

const WIDTH = 1200;
const MARGIN = 32;
const INNER = WIDTH - 2 * MARGIN;
/** `NAMES` is the width of the column of lane names, and `FOOT_NAMES` that of the labels in the foot. */
const NAMES = 216;
const FOOT_NAMES = 176;
const FOOT_LINE = 17;

/** Writes a picture of the timeline of the whole selection. Its texts are text elements, not outlines. */
export const svgForm: AnswerForm = {
  id: 'svg',
  extension: '.svg',
  mediaType: 'image/svg+xml',
  async *write(answer) {
    if (!answer.picture) throw new Error('A picture needs the facts that pictureFacts() asks for.');
    yield drawPicture(answer, answer.picture);
    return NO_OMISSIONS;
  },
};

/** Draws a part of the picture whose top is at `top`. The next part begins below its height. */
type Part = (top: number) => { svg: string; height: number };

function drawPicture(answer: AnswerToWrite, facts: PictureFacts): string {
  const { about, head, tools } = answer;
  const look = lookOf(facts.palette);
  let y = MARGIN;
  const pieces = [headPart, chartPart, footPart]
    .map(make => make(answer, facts, look))
    .map(part => {
      const { svg, height } = part(y);
      y += height;
      return svg;
    });
  const height = Math.ceil(y + MARGIN - 12);
  const names = [
    xmlElement('title', { id: 'title' }, xmlText(isolated(about.sentence))),
    xmlElement('desc', { id: 'description' }, xmlText(description(answer))),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    xmlElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: WIDTH,
        height,
        viewBox: `0 0 ${WIDTH} ${height}`,
        role: 'img',
        'aria-labelledby': 'title description',
        'xml:lang': tools.language,
        'font-family': SANS,
        'font-size': 12,
      },
      [
        '',
        ...names,
        definitions(look),
        xmlElement('rect', { width: WIDTH, height, fill: look.paper }),
        ...pieces,
        '',
      ].join('\n'),
    ),
    '',
  ].join('\n');

  function description({ about: { count, total } }: AnswerToWrite): string {
    return `${tools.words(head.title)}: ${tools.t('export.countOf', { count, total })}`;
  }
}

function headPart({ about, head, tools }: AnswerToWrite, _: PictureFacts, look: Look): Part {
  return top => {
    const title = linesOf(about.sentence, 28, INNER, 5);
    const chosen = linesOf(about.filters.join(' · '), 13, INNER, 4);
    const record = linesOf(tools.words(head.title), 13, INNER, 2);
    let y = top + 4;
    const svg: string[] = [];
    svg.push(linesAt(record, { x: MARGIN, y, size: 13, fill: look.ink2 }, 18));
    y += record.length * 18 + 20;
    svg.push(linesAt(title, { x: MARGIN, y, size: 28, fill: look.ink, family: SERIF }, 36));
    y += (title.length - 1) * 36 + 26;
    if (chosen.length > 0) svg.push(linesAt(chosen, { x: MARGIN, y, size: 13, fill: look.ink2 }, 18));
    y += chosen.length * 18;
    return { svg: svg.join('\n'), height: y - top };
  };
}

function chartPart(answer: AnswerToWrite, facts: PictureFacts, look: Look): Part {
  const { axis } = facts;
  if (!axis) {
    return top => ({
      svg: textAt(answer.tools.t('picture.noDays'), { x: MARGIN, y: top + 24, size: 13, fill: look.ink2 }),
      height: 48,
    });
  }
  const { chart, legend } = timelineChart(answer, { facts, axis }, { left: MARGIN, width: INNER, names: NAMES }, look);
  const { ground, lanes, folds } = chart;
  const drawn = [ground, chart.axis.svg, ...lanes.map(({ svg }) => svg), folds].filter(Boolean).join('\n');
  return top => {
    const lines = chart.notes.flatMap(note => linesOf(note, 12, INNER, 6));
    const legendTop = chart.height + LEGEND_LINE;
    const notesTop = legendTop + legend.height + 4;
    const svg = [
      xmlElement('g', { transform: `translate(0 ${top})` }, `\n${drawn}\n`),
      xmlElement('g', { transform: `translate(${MARGIN} ${top + legendTop})` }, `\n${legend.svg}\n`),
      linesAt(lines, { x: MARGIN, y: top + notesTop, fill: look.ink2 }, FOOT_LINE),
    ];
    return { svg: svg.join('\n'), height: notesTop + lines.length * FOOT_LINE };
  };
}

/** Returns the foot. It leaves out the sentence and the filters, because the head has them. */
function footPart(answer: AnswerToWrite, _: PictureFacts, look: Look): Part {
  const { t } = answer.tools;
  const said = [t('export.view'), t('export.chosen')];
  return top => {
    let y = top + 28;
    const svg = [line(MARGIN, top + 10, WIDTH - MARGIN, look.edge)];
    for (const [label, text] of aboutLines(answer)) {
      if (said.includes(label)) continue;
      const isLink = text === answer.about.link;
      const lines = linesOf(text, 12, INNER - FOOT_NAMES, isLink ? undefined : 4);
      const written = linesAt(lines, { x: MARGIN + FOOT_NAMES, y, fill: look.ink }, FOOT_LINE);
      svg.push(textAt(label, { x: MARGIN, y, fill: look.ink2 }));
      svg.push(isLink && /^https?:/.test(text) ? xmlElement('a', { href: text }, `\n${written}\n`) : written);
      y += lines.length * FOOT_LINE;
    }
    return { svg: svg.join('\n'), height: y - top };
  };
}
