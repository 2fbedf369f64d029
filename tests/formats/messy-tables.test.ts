import { describe, expect, it } from 'vitest';
import { type CodePage, decodePage } from '../../src/formats/input/code-page';
import { openRecords } from '../../src/formats/open-records';
import type { Activity } from '../../src/model/dataset';
import type { Grid, Reading } from '../../src/model/reading';
import { archive, ods, xlsx } from '../fixtures/workbooks';

/** A table as people have it, and what a careful person would make of it. */
interface Messy {
  file: string | Uint8Array;
  /** Name of a column → its role, for those that matter. */
  roles?: Record<string, string>;
  /** Date and title of each activity, in order of date. */
  reads: readonly string[];
  /** Path, code and found value of each problem and note, in any order. */
  problems?: readonly string[];
  /** A part of the activity with this title. */
  has?: readonly [title: string, part: Partial<Record<keyof Activity, unknown>>];
  /** Ids, and names and codes of places, in order of date. */
  ids?: readonly string[];
  dateNotes?: readonly (string | undefined)[];
  places?: readonly string[];
}

/** Returns a text in a Windows code page. */
function inPage(page: CodePage, text: string): Uint8Array {
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decodePage(Uint8Array.of(byte), page), byte]));
  return Uint8Array.from(text, letter => bytes.get(letter) ?? 0x3f);
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

/** Returns an OpenDocument workbook. In its sheets, `<C>` stands for a cell with a text. */
function odsOfXml(styles: string, ...sheets: string[]): Uint8Array {
  const cells = sheets
    .join('')
    .replaceAll('<C></C>', '<table:table-cell/>')
    .replaceAll('<C>', '<table:table-cell office:value-type="string"><text:p>')
    .replaceAll('</C>', '</text:p></table:table-cell>');
  return archive('application/vnd.oasis.opendocument.spreadsheet', {
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${cells}</office:spreadsheet></office:body></office:document-content>`,
  });
}

const TIMELINE_HEADER =
  'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background';

const CASES: Readonly<Record<string, Messy>> = {
  'a title, a blank line, totals and the header once more': {
    file: 'Events of the year\n\nDate,Title,Cost\n2018-01-05,A,10\n2018-02-05,B,20\nDate,Title,Cost\n2018-03-05,C,30\nGrand total,,60\n',
    reads: ['2018-01-05 A', '2018-02-05 B', '2018-03-05 C'],
    problems: [
      'row 1 rowSkipped "Events of the year"',
      'row 6 rowSkipped "Date | Title | Cost"',
      'row 8 rowSkipped "Grand total | 60"',
    ],
  },
  'a total in a title, which is no total': {
    file: 'Title,Date,Number\nTotal eclipse,1999-08-11,5\nPartial eclipse,2001-12-14,6\nSum of all fears,2002-05-31,7\n',
    reads: ['1999-08-11 Total eclipse', '2001-12-14 Partial eclipse', '2002-05-31 Sum of all fears'],
  },
  'three rows of headers': {
    file: 'Register 2018,,,\nWhen and what,,Where,\nDate,Event,City,Country\n2018-03-07,A,Vienna,Austria\n2018-03-08,B,Paris,France\n',
    roles: { Date: 'date', Event: 'title', City: 'place', Country: 'country' },
    reads: ['2018-03-07 A', '2018-03-08 B'],
    problems: ['row 1 rowSkipped "Register 2018"', 'row 2 rowSkipped "When and what | Where"'],
    has: ['A', { place: { name: 'Vienna', country: 'AT' } }],
  },
  'two tables, one below the other': {
    file: 'Date,Title\n2018,A\n2019,B\n\nDonors\nName,Country,Budget\nFund,France,100\nTrust,Spain,200\n',
    reads: ['2018 A', '2019 B'],
    problems: [
      'row 5 rowSkipped "Donors"',
      'row 6 rowSkipped "Name | Country | Budget"',
      'row 7 rowSkipped "Fund | France | 100"',
      'row 8 rowSkipped "Trust | Spain | 200"',
    ],
  },
  'two tables, one beside the other': {
    file: 'Date,Title,,Date,Title\n2018-01-01,A,,1918-01-01,X\n2018-01-02,B,,1918-01-02,Y\n2018-01-03,C,,,\n',
    reads: ['2018-01-01 A', '2018-01-02 B', '2018-01-03 C'],
    problems: ['row 1 otherColumns Date, Title'],
  },
  'both orders of day and month in one column': {
    file: 'date,title\n25/3/2018,A\n3/25/2018,B\n3/4/2018,C\n',
    reads: ['2018-03-25 A', '2018-03-25 B'],
    problems: ['row 4.date dateAmbiguous "3/4/2018"'],
  },
  'an order that one cell decides, also in ranges and with times': {
    file: 'date,title\n3/4/2018,A\n13/4/2018,B\n5/4/2018 - 6/4/2018,C\n7/4/2018 14:30,D\n',
    reads: ['2018-04-03 A', '2018-04-05/2018-04-06 C', '2018-04-07T14:30 D', '2018-04-13 B'],
    problems: ['row 3 dayFirst "13/4/2018"'],
  },
  'years of two digits, which nobody guesses': {
    file: 'date,title\n2018-05-01,A\n13/4/18,B\n2 Mar 49,C\n',
    reads: ['2018-05-01 A'],
    problems: ['row 3 dayFirst "13/4/18"', 'row 3.date dateAmbiguous "13/4/18"', 'row 4.date dateAmbiguous "2 Mar 49"'],
  },
  'Polish in windows-1250': {
    file: inPage(
      'windows-1250',
      'Data;Tytuł;Miejsce\n7 marca 2018;Spotkanie źródłowe;Łódź\n8 maja 2018;Święto;Kraków\n',
    ),
    roles: { Data: 'date', Tytuł: 'title', Miejsce: 'place' },
    reads: ['2018-03-07 Spotkanie źródłowe', '2018-05-08 Święto'],
    problems: [' notUtf8 windows-1250'],
  },
  'Russian in windows-1251, with headers in no known language': {
    file: inPage(
      'windows-1251',
      'Дата;Название;Город\n07.03.2018;Встреча министров;Москва\n08.05.2018;Открытие музея;Казань\n',
    ),
    roles: { Дата: 'date', Название: 'title' },
    reads: ['2018-03-07 Встреча министров', '2018-05-08 Открытие музея'],
    problems: [' notUtf8 windows-1251'],
  },
  'French in windows-1252': {
    file: inPage(
      'windows-1252',
      'Date;Événement;Lieu\n1er mars 2018;Œuvre présentée à l’été;Orléans\nété 2019;Fête à 5 €;Nîmes\n',
    ),
    roles: { Événement: 'title', Lieu: 'place' },
    reads: ['2018-03-01 Œuvre présentée à l’été', '2019-22 Fête à 5 €'],
    problems: [' notUtf8 windows-1252'],
  },
  'Arabic in windows-1256': {
    file: inPage(
      'windows-1256',
      'date,title,place\n2018-03-07,اجتماع الوزراء في المدينة,القاهرة\n2018-05-08,افتتاح المتحف الوطني,عمان\n',
    ),
    reads: ['2018-03-07 اجتماع الوزراء في المدينة', '2018-05-08 افتتاح المتحف الوطني'],
    problems: [' notUtf8 windows-1256'],
  },
  'UTF-16 with tabs, as Excel saves “Unicode text”': {
    file: utf16('Date\tTitle\r\n2018-03-07\tŽižkov\r\n2018-03-08\t東京\r\n', false),
    reads: ['2018-03-07 Žižkov', '2018-03-08 東京'],
    problems: [' notUtf8 utf-16le'],
  },
  'UTF-16 with the big end first': {
    file: utf16('Date,Title\n2018,Ω\n2019,Я\n', true),
    reads: ['2018 Ω', '2019 Я'],
    problems: [' notUtf8 utf-16be'],
  },
  'a line that names the separator': {
    file: '\ufeffsep=;\r\nDate;Title\r\n2018;A, and more, and more\r\n2019;B, and more, and more\r\n',
    reads: ['2018 A, and more, and more', '2019 B, and more, and more'],
    problems: ['row 1 rowSkipped "sep="'],
  },
  'words in place of a date': {
    file: 'date,title,country\n2018-03-07,A,France\nN/A,B,N/A\nTBC,C,Spain\n2019,D,Italy\n',
    reads: ['2018-03-07 A', '2019 D'],
    problems: ['row 3.date dateForm "N/A"', 'row 4.date dateForm "TBC"'],
  },
  'comments above and between the rows': {
    file: '# exported on 2018-12-31, by hand\nDate,Title\n2018-01-05,A\n# corrected\n2018-02-05,#1 hit\n',
    reads: ['2018-01-05 A', '2018-02-05 #1 hit'],
    problems: ['row 1 rowSkipped "# exported on 2018-12-31 | by hand"', 'row 4 rowSkipped "# corrected"'],
  },
  'remarks below the table': {
    file: 'Date;Title;Visitors\n2018;A;10\n2019*;B;20\n2020;C;30\n\n* provisional\nSource: the ministry\n',
    reads: ['2018 A', '2020 C'],
    problems: [
      'row 3.date dateForm "2019*"',
      'row 6 rowSkipped "* provisional"',
      'row 7 rowSkipped "Source: the ministry"',
    ],
  },
  'rows with too many and too few cells, and quotes where they don’t belong': {
    file: 'date,title,note\n2018,the 5" gun,short\n2019,B\n2020,C,one,two,three\n',
    reads: ['2018 the 5" gun', '2019 B', '2020 C'],
    has: ['C', { summary: 'note: one\nD: two\nE: three' }],
  },
  'a first and a last day in words, in capital letters': {
    file: 'EVENT NAME,START DATE,END DATE,LOCATION (CITY)\nA,1 May 1914,c. 1918,Ypres\nB,before 1900,,Lille\n',
    roles: { 'EVENT NAME': 'title', 'START DATE': 'start', 'END DATE': 'end', 'LOCATION (CITY)': 'place' },
    reads: ['[..1899] B', '1914-05-01/1918~ A'],
  },
  'names that say what they are by their first word': {
    file: 'Nom du projet;Date de début;Date de fin\nA;2018-01-01;2018-02-01\nB;2018-03-01;2018-04-01\n',
    roles: { 'Nom du projet': 'title', 'Date de début': 'start', 'Date de fin': 'end' },
    reads: ['2018-01-01/2018-02-01 A', '2018-03-01/2018-04-01 B'],
  },
  Italian: {
    file: 'Titolo;Data di inizio;Data di fine;Luogo;Paese\nA;3 maggio 2018;5 maggio 2018;Roma;Italia\n',
    roles: { Titolo: 'title', Luogo: 'place', Paese: 'country' },
    reads: ['2018-05-03/2018-05-05 A'],
    has: ['A', { place: { name: 'Roma', country: 'IT' } }],
  },
  'Dutch and Portuguese': {
    file: 'Gebeurtenis;Begindatum;Einddatum;País\nA;3 mei 2018;5 juni 2018;Países Baixos\n',
    reads: ['2018-05-03/2018-06-05 A'],
    has: ['A', { place: { name: 'Países Baixos', country: 'NL' } }],
  },
  'no header at all': {
    file: '2018-01-05;Opening;Vienna\n2018-02-05;Closing;Paris\n2018-03-05;Reopening;Rome\n',
    roles: { A: 'date', B: 'title' },
    reads: ['2018-01-05 Opening', '2018-02-05 Closing', '2018-03-05 Reopening'],
  },
  'the same name twice, and empty columns and rows': {
    file: ',,,,\n,Date,Title,Note,Note\n,2018,A,x y z,p q r\n,,,,\n,2019,B,u v w,\n,,,,\n',
    reads: ['2018 A', '2019 B'],
    has: ['A', { summary: 'Note: x y z\nNote: p q r' }],
  },
  'decimal commas in coordinates': {
    file: 'Datum;Titel;Breite (Lat);lat;lon\n1.2.2018;A;x;48,2;16,37\n2.2.2018;B;y;52,5;13,4\n',
    reads: ['2018-02-01 A', '2018-02-02 B'],
    has: ['A', { place: { name: '48,2, 16,37', coordinates: [16.37, 48.2] } }],
  },
  'coordinates outside the earth': {
    file: 'Date,Title,City,Latitude,Longitude\n2018,A,Vienna,48.2,16.37\n2019,B,Paris,200,2.3\n',
    reads: ['2018 A', '2019 B'],
    has: ['B', { place: { name: 'Paris' } }],
    problems: ['row 3.place.coordinates badCoordinates "200, 2.3"'],
  },
  'formal, former and short names of countries, as they are written': {
    file: 'Date,Title,Country\n2018,A,UK\n2019,B,Czech Republic\n2020,C,Viet Nam\n2021,D,Allemagne\n2022,E,FR\n',
    reads: ['2018 A', '2019 B', '2020 C', '2021 D', '2022 E'],
    places: ['United Kingdom GB', 'Czech Republic CZ', 'Viet Nam VN', 'Allemagne DE', 'France FR'],
  },
  'an order of day and month that the second day of a range decides': {
    file: 'date,title\n3/4/2018,A\n3/5/2018-13/5/2018,B\n1/6/2018 - 2/6/2018,C\n',
    reads: ['2018-04-03 A', '2018-05-03/2018-05-13 B', '2018-06-01/2018-06-02 C'],
    problems: ['row 3 dayFirst "3/5/2018-13/5/2018"'],
  },
  'dates that say more than a date can': {
    file: 'date,title\nlate 2018,A\n19.06.2019 10:00–12:00,B\nQ1 2020,C\n',
    reads: ['2018 A', '2019-06-19T10:00 B', '2020-33 C'],
    dateNotes: ['late 2018', '19.06.2019 10:00–12:00', undefined],
  },
  'a calendar with durations, coordinates and a status': {
    file: 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20191230\nDURATION:P3D\nSUMMARY:A\nGEO:41.9;12.5\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20200307T230000Z\nDURATION:PT2H30M\nSUMMARY:B\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n',
    reads: ['2019-12-30/2020-01-01 A', '2020-03-07T23:00Z/2020-03-08T01:30Z B'],
    has: ['B', { summary: 'Status: CANCELLED' }],
    places: ['41.9, 12.5 undefined', 'undefined undefined'],
  },
  'a TimelineJS event with a caption and a date in words': {
    file: JSON.stringify({
      title: { text: { headline: 'A line', text: '<p>About it</p>' } },
      events: [
        {
          unique_id: 'u1',
          display_date: 'early in March',
          start_date: { year: 2019, month: 3 },
          text: { headline: 'A' },
          media: { url: '<blockquote>Said</blockquote>', caption: 'A <i>cap</i>', credit: 'Press' },
        },
        { start_date: { year: 2020, display_date: 'spring' }, text: { headline: 'B' } },
      ],
    }),
    reads: ['2019-03 A', '2020 B'],
    ids: ['u1', '2020-b'],
    has: ['A', { summary: 'Media: Said\nMedia Credit: Press\nMedia Caption: A cap\nDisplay Date: early in March' }],
  },
  'a bibliography with members of any name': {
    file: JSON.stringify([
      {
        id: 'a',
        title: 'A',
        issued: { 'date-parts': [[2019]] },
        'container-title': 'Journal',
        DOI: '10.1/x',
        volume: 3,
      },
      { id: 'b', title: 'B', issued: { 'date-parts': [[2020]] } },
    ]),
    reads: ['2019 A', '2020 B'],
    has: ['A', { summary: 'container-title: Journal\nDOI: 10.1/x\nvolume: 3' }],
  },
  'SIMILE events with times of day': {
    file: JSON.stringify({
      events: [
        { start: 'May 28 2006 09:30:00 GMT', title: 'A' },
        { start: 'Sun May 28 2006 00:00:00 GMT-0600', title: 'B' },
      ],
    }),
    reads: ['2006-05-28 B', '2006-05-28T09:30:00Z A'],
  },
  'an id that a copied row repeats': {
    file: 'id,date,title\nA-1,2018,A\nb,2019,B\nb,2020,C\n,2021,D\n',
    roles: { id: 'id' },
    reads: ['2018 A', '2019 B', '2020 C', '2021 D'],
    ids: ['a-1', 'b', 'b-2', '2021-d'],
    problems: ['row 4.id duplicateId "b"'],
  },
  'codes that are no ids': {
    file: 'date,title,Event code\n2018,A,X\n2019,B,Y\n2020,C,X\n',
    roles: { 'Event code': 'facet' },
    reads: ['2018 A', '2019 B', '2020 C'],
  },
  'years before our era': {
    file: 'year,event\n44 BC,A\n-0043,B\n500 v. Chr.,C\nvers 120 av. J.-C.,D\n',
    reads: ['-0499 C', '-0119~ D', '-0043 A', '-0043 B'],
  },
  'afternoons, marks of direction and hard spaces': {
    file: 'date,title\n3/25/2018 2:30 PM,A\n\u200e2018-03-26\u200e,B\n2018-03-27\u00a0,C\n',
    reads: ['2018-03-25T14:30 A', '2018-03-26 B', '2018-03-27 C'],
    problems: ['row 2 monthFirst "3/25/2018 2:30 PM"'],
  },
  'a table drawn of characters': {
    file: '| Date | Title |\n|------|-------|\n| 2018 | A |\n| 2019 | B |\n',
    reads: ['2018 A', '2019 B'],
    problems: ['row 2 rowSkipped "------ | -------"'],
  },
  'several values in a cell, and names with commas': {
    file: 'date,title,who,themes\n2018,A,"Smith, John",health; water\n2019,B,"Smith, John",water\n2020,C,"Roe, Jane",health; food\n2021,D,"Roe, Jane",food\n',
    roles: { who: 'facet', themes: 'facet' },
    reads: ['2018 A', '2019 B', '2020 C', '2021 D'],
    has: ['A', { tags: { who: ['smith-john'], themes: ['health', 'water'] } }],
  },
  'the template of TimelineJS': {
    file: `${TIMELINE_HEADER}\n,,,,,,,,,The bridge,All about it,,,,,title,,\n2001,9,11,08:46,,,,,,Opening,<p>A <b>bold</b> start</p>,https://example.org/a.jpg,Photo: me,,,,Built,\n-43,3,,,,,,,,Older,,,,,,,Before,\n1900,,,,1914,,,,the old days,Old times,,,,,,era,,\n`,
    roles: { 'Year Month Day Time': 'start', Headline: 'title', Text: 'summary', Media: 'link', Group: 'facet' },
    reads: ['-0042-03 Older', '1900/1914 Old times', '2001-09-11T08:46 Opening'],
    problems: ['row 2 rowSkipped "The bridge | All about it | title"'],
    has: [
      'Opening',
      { links: [{ label: 'example.org', url: 'https://example.org/a.jpg' }], tags: { group: ['built'] } },
    ],
  },
  'year, month and day in German': {
    file: 'Jahr;Monat;Tag;Ereignis\n2018;3;7;A\n2018;Mai;8;B\n2019;;;C\n98;Mai;8;D\n2018;13;1;E\n',
    roles: { 'Jahr Monat Tag': 'date', Ereignis: 'title' },
    reads: ['2018-03-07 A', '2018-05-08 B', '2019 C'],
    problems: ['row 5.date dateAmbiguous "8 Mai 98"', 'row 6.date dateNoSuchDay "2018-13-01"'],
  },
  'a line for each object, one of them broken': {
    file: '{"date":"2018-03-07","title":"A","who":["x","y"]}\n{"date":"2018-03-08","title":"B"\n{"date":"2018-03-09","title":"C"}\n',
    reads: ['2018-03-07 A', '2018-03-09 C'],
    problems: ['row 2 notJson "{\\"date\\":\\"2018-03-08\\",\\"title\\":\\"B\\""'],
    has: ['A', { tags: { who: ['x', 'y'] } }],
  },
  'objects by id, with lists inside': {
    file: '{"e1":{"when":"2018-03-07","name":"A","people":["Roe, Jane","Doe, Jim"],"links":["https://a.example/","https://b.example/"]},"e2":{"when":"2018-03-08","name":"B","people":["Roe, Jane"]}}',
    roles: { key: 'id', when: 'date', name: 'title', people: 'facet', links: 'link' },
    reads: ['2018-03-07 A', '2018-03-08 B'],
    has: ['A', { id: 'e1', tags: { people: ['roe-jane', 'doe-jim'] } }],
  },
  'a list for each column': {
    file: '{"date":{"0":"2018","1":"2019"},"title":{"0":"A","1":"B"}}',
    reads: ['2018 A', '2019 B'],
  },
  'lists of cells': {
    file: '[["date","title"],["2018","A"],["2019","B"]]',
    reads: ['2018 A', '2019 B'],
  },
  'lists by year': {
    file: '{"2018":[{"title":"A","date":"2018-01-01"}],"2019":[{"title":"B","date":"2019-01-01"},{"title":"C","date":"2019-01-02"}]}',
    reads: ['2018-01-01 A', '2019-01-01 B', '2019-01-02 C'],
  },
  'points of GeoJSON': {
    file: '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"title":"A","date":"2018"},"geometry":{"type":"Point","coordinates":[16.4,48.2]}},{"type":"Feature","properties":{"title":"B","date":"2019"},"geometry":{"type":"Point","coordinates":[2.3,48.9]}}]}',
    reads: ['2018 A', '2019 B'],
    has: ['A', { place: { name: '48.2, 16.4', coordinates: [16.4, 48.2] } }],
  },
  'several lists in a file, of which one has dates': {
    file: '{"people":[{"name":"X"},{"name":"Y"},{"name":"Z"}],"events":[{"date":"2018-01-01","title":"A"},{"date":"2018-01-02","title":"B"}]}',
    reads: ['2018-01-01 A', '2018-01-02 B'],
    problems: [' otherLists events | people (3)'],
  },
  'merged cells, hidden rows and a hidden sheet': {
    file: xlsx([
      {
        name: 'Plan',
        rows: [
          ['Our plan', null, null],
          ['Date', 'Title', 'Team'],
          [{ day: 43_166 }, 'A', 'North'],
          [null, 'B', null],
          [{ day: 43_168 }, 'C', 'South'],
        ],
        merged: ['A1:C1', 'A3:A4', 'C3:C4'],
        hiddenRows: [5],
      },
      { name: 'Old', isHidden: true, rows: [['x'], ['y']] },
    ]),
    reads: ['2018-03-07 A', '2018-03-07 B', '2018-03-09 C'],
    problems: [' hiddenRows 5', ' hiddenSheets Old', ' mergedCells 3', 'row 1 rowSkipped "Our plan"'],
    has: ['B', { tags: { team: ['north'] } }],
  },
  'a sheet to read first, and the data on the second': {
    file: xlsx([
      { name: 'Read me', rows: [['This workbook lists events.'], ['Ask the office about the date.']] },
      {
        name: 'Data',
        rows: [
          ['Date', 'Title'],
          [{ day: 43_166 }, 'A'],
          [{ day: 43_167 }, 'B'],
        ],
      },
    ]),
    reads: ['2018-03-07 A', '2018-03-08 B'],
    problems: [' otherSheets Data | Read me'],
  },
  'first days that a workbook shows as months and years': {
    file: xlsx([
      { name: 'Read me', rows: [['Ask us']] },
      {
        name: 'S',
        rows: [
          ['Date', 'Title'],
          [{ day: 43_525, shown: 'mmm yyyy' }, 'A'],
          [{ day: 43_831, shown: 'yyyy' }, 'B'],
          [{ day: 43_891 }, 'C'],
          [{ day: 43_892, shown: 'mmm yyyy' }, 'D'],
        ],
      },
    ]),
    reads: ['2019-03 A', '2020 B', '2020-03-01 C', '2020-03-02 D'],
    problems: [' otherSheets S | Read me'],
  },
  'a workbook that counts days from 1904': {
    file: xlsx(
      [
        {
          name: 'S',
          rows: [
            ['Date', 'Title'],
            [{ day: 41_704 }, 'A'],
            [{ day: 41_705 }, 'B'],
            [41_706, 'C'],
          ],
        },
      ],
      {
        is1904: true,
      },
    ),
    reads: ['2018-03-07 A', '2018-03-08 B', '2018-03-09 C'],
    problems: ['row 4 serialDay 41706 → 2018-03-09'],
  },
  'days as plain numbers among dates, and numbers that are no days': {
    file: xlsx([
      {
        name: 'S',
        rows: [
          ['Date', 'Title', 'Amount'],
          [{ day: 43_166 }, 'A', 43_166],
          [43_167, 'B', 40_000],
          [43_168.5, 'C', 50_000],
          [{ day: 43_169 }, 'D', 1],
          ['spring 2018', 'E', 2],
        ],
      },
    ]),
    reads: ['2018-21 E', '2018-03-07 A', '2018-03-08 B', '2018-03-09T12:00 C', '2018-03-10 D'],
    problems: ['row 3 serialDay 43167 → 2018-03-08', 'row 4 serialDay 43168.5 → 2018-03-09T12:00'],
    has: ['A', { summary: 'Amount: 43166' }],
  },
  'the last seconds of a day as a number': {
    file: 'Date,Title\n2018-03-07,A\n2018-03-08,B\n43168.9999,C\n43169.9996,D\n2018-03-11,E\n',
    reads: ['2018-03-07 A', '2018-03-08 B', '2018-03-09T23:59 C', '2018-03-10T23:59 D', '2018-03-11 E'],
    problems: ['row 4 serialDay 43168.9999 → 2018-03-09T23:59', 'row 5 serialDay 43169.9996 → 2018-03-10T23:59'],
  },
  'cells with errors, truth values and times of day': {
    file: xlsx([
      {
        name: 'S',
        rows: [
          ['Date', 'Title', 'Done', 'At'],
          [{ day: 43_166 }, 'A', true, { day: 0.5 }],
          [{ error: '#REF!' }, 'B', false, { day: 0.75 }],
          [{ day: 43_168 }, 'C', false, { day: 0.25 }],
        ],
      },
    ]),
    reads: ['2018-03-07 A', '2018-03-09 C'],
    problems: ['row 3.date dateForm "#REF!"'],
    has: ['A', { summary: 'At: 12:00' }],
  },
  'an OpenDocument workbook with a hidden sheet and hidden rows': {
    file: odsOfXml(
      '<style:style style:name="a" style:family="table-cell"/><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>',
      '<table:table table:name="Old &amp; gone" table:style-name="ta1"><table:table-row><C>Date</C><C>Title</C></table:table-row><table:table-row><C>2001</C><C>X</C></table:table-row></table:table>',
      '<table:table table:name="New"><table:table-row><C>Date</C><C>Title</C></table:table-row><table:table-row><C>2018</C><C>A</C></table:table-row><table:table-row table:number-rows-repeated="2"><C></C></table:table-row><table:table-row table:visibility="collapse"><C>2019</C><C>B</C></table:table-row><table:table-row table:number-rows-repeated="1048000" table:visibility="collapse"><C></C></table:table-row></table:table>',
    ),
    reads: ['2018 A', '2019 B'],
    problems: [' hiddenSheets Old & gone', ' hiddenRows 5'],
  },
  'an OpenDocument sheet with dates': {
    file: ods('Termine', [
      ['Datum', 'Titel', 'Ort'],
      ['@2018-03-07', 'A & B', 'Wien'],
      ['@2018-03-08T14:30:00', 'C', 'Graz'],
      ['um 1900', 'D', 'Linz'],
    ]),
    reads: ['1900~ D', '2018-03-07 A & B', '2018-03-08T14:30 C'],
  },
};

async function open(file: string | Uint8Array, reading?: Reading, grid?: Grid) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const pieces = (async function* () {
    yield bytes;
  })();
  return openRecords(pieces, {
    name: 'table',
    maxProblems: Number.POSITIVE_INFINITY,
    ...(reading && { reading }),
    ...(grid && { grid }),
  });
}

describe('a messy table', () => {
  it.each(Object.entries(CASES))(
    '%s',
    async (_, { file, roles = {}, reads, problems = [], has, ids, places, dateNotes }) => {
      const { records, reading, problems: found } = await open(file);
      const activities = Array.from({ length: records.size }, (_, position) => records.activityAt(position));
      expect(activities.map(({ date, title }) => `${date} ${title}`)).toEqual(reads);
      const listed = found.map(problem => [problem.path, problem.code, problem.found].join(' '));
      expect(listed.sort()).toEqual([...problems].sort());
      const roleOf = new Map(reading?.columns.map(({ name, as }) => [name, as]));
      expect(Object.fromEntries(Object.keys(roles).map(name => [name, roleOf.get(name)]))).toEqual(roles);
      if (dateNotes) expect(activities.map(({ dateNote }) => dateNote)).toEqual(dateNotes);
      if (ids) expect(activities.map(({ id }) => id)).toEqual(ids);
      if (places) expect(activities.map(({ place }) => `${place?.name} ${place?.country}`)).toEqual(places);
      if (has) expect(activities.find(({ title }) => title === has[0])).toMatchObject(has[1]);
    },
  );

  it('of 100,000 rows opens whole, and its bad rows are listed', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => {
      const date = i % 10_000 === 9_999 ? 'soon' : `${1900 + (i % 120)}-0${1 + (i % 9)}-1${i % 10}`;
      return `${date},"Event ${i}, the ""great"" one",${['North', 'South', 'East'][i % 3]},${i}`;
    });
    const { records, problems } = await open(`Date,Title,Region,Number\n${rows.join('\n')}\n`);
    expect(records.size).toBe(99_990);
    expect(problems.map(({ path }) => path)).toEqual(
      Array.from({ length: 10 }, (_, i) => `row ${i * 10_000 + 10_001}.date`),
    );
    expect(records.head.facets.map(({ values }) => values.length)).toEqual([3]);
  }, 60_000);
});

describe('what is chosen in a reading', () => {
  it('is another sheet, for which columns are proposed anew', async () => {
    const file = xlsx([
      {
        name: 'First',
        rows: [
          ['Date', 'Title'],
          ['2018', 'A'],
        ],
      },
      {
        name: 'Second',
        rows: [
          ['Titel', 'Datum', 'Ort'],
          ['B', '2019', 'Wien'],
        ],
      },
    ]);
    const first = await open(file);
    expect(first.facts?.().sheets).toEqual(['First', 'Second']);
    const second = await open(file, undefined, { sheet: 'Second' });
    expect(second.records.activityAt(0)).toMatchObject({ date: '2019', title: 'B', place: { name: 'Wien' } });
    expect(second.reading?.sheet).toBe('Second');
  });

  it('is another code page', async () => {
    const file = inPage('windows-1250', 'date,title\n2018,Łódź\n2019,Praha\n');
    const { reading } = await open(file);
    if (!reading) throw new Error('no reading');
    const read = await open(file, { ...reading, encoding: 'windows-1251' });
    // In windows-1251, the bytes of Łódź are other letters.
    expect(read.records.activityAt(0).title).toBe('ЈуdЯ'.replace('Я', 'џ').replace('Ј', 'Ј'));
    expect(read.reading?.encoding).toBe('windows-1251');
  });
});

/** Returns a workbook whose directory states another size for its first part. */
function claimingTwoGigabytes(): Uint8Array {
  const bytes = Buffer.from(xlsx([{ name: 'S', rows: [['Date', 'Title']] }]));
  bytes.writeUInt32LE(2 ** 31, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return bytes;
}

describe('a file that is no table', () => {
  it.each([
    ['a document', archive('application/vnd.oasis.opendocument.text', { 'content.xml': '<x/>' }), 'otherArchive'],
    ['a binary workbook', archive('x', { 'xl/workbook.bin': 'x' }), 'oldOffice'],
    [
      'half a workbook',
      xlsx([
        {
          name: 'S',
          rows: [
            ['Date', 'Title'],
            ['2018', 'A'],
          ],
        },
      ]).slice(0, 300),
      'brokenWorkbook',
    ],
    ['a workbook that says that it unpacks to two gigabytes', claimingTwoGigabytes(), 'workbookTooLarge'],
    [
      'a workbook of Excel 2003 as XML',
      new TextEncoder().encode(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      'oldOffice',
    ],
    [
      'an OpenDocument sheet with a password',
      archive('application/vnd.oasis.opendocument.spreadsheet', {
        'content.xml': '\u0001\u0002',
        'META-INF/manifest.xml': '<manifest><file-entry><encryption-data/></file-entry></manifest>',
      }),
      'protected',
    ],
  ])('%s is refused in a sentence of its own', async (_, file, code) => {
    await expect(open(file)).rejects.toMatchObject({ code });
  });
});
