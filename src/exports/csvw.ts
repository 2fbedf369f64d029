import { licenceOf } from '../model/licence';
import { aboutLines } from './about-lines';
import { type AnswerForm, type AnswerToWrite, NO_OMISSIONS } from './answer-form';
import { tableColumns } from './table';
import { explanation } from './zip';

/** Writes “CSV on the Web” metadata (W3C) for the CSV table. Reads no activities. */
export const csvwForm: AnswerForm = {
  id: 'csvw',
  extension: '.csv-metadata.json',
  mediaType: 'application/csvm+json',
  async *write(answer) {
    yield `${JSON.stringify(metadata(answer), null, 2)}\n`;
    return NO_OMISSIONS;
  },
};

function metadata(answer: AnswerToWrite) {
  const { head, about, tools, fileName = head.id } = answer;
  const licence = head.license === undefined ? null : licenceOf(head.license);
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': tools.language }],
    url: `${fileName}.csv`,
    'dc:title': about.sentence,
    'dc:description': aboutLines(answer)
      .map(([label, text]) => `${label}: ${text}`)
      .join('\n'),
    ...(head.publisher !== undefined && { 'dc:publisher': tools.words(head.publisher) }),
    ...(licence && { 'dc:license': licence.url === null ? licence.name : { '@id': licence.url } }),
    ...(about.link !== null && { 'dc:source': { '@id': about.link } }),
    'dc:date': about.taken,
    'schema:version': about.version,
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
    tableSchema: {
      columns: tableColumns(answer).map(({ name, kind }) => ({
        titles: name,
        // CSVW uses the names of columns as variables of URI templates, which can't contain hyphens.
        name: name.replaceAll('-', '%2D'),
        'dc:description': explanation(name, answer),
        datatype: kind !== 'number' ? 'string' : name === 'source_item' ? 'integer' : 'number',
      })),
      primaryKey: 'id',
    },
  };
}
