/** @typedef {{ caption: string, columns: readonly string[], rows: readonly (readonly string[])[] }} Table */

/**
 * A target: the figure, its bound and whether it is met; `kept` is null if nothing was measured.
 *
 * @typedef {{ what: string, atLeast: string, measured: string, kept: boolean | null }} Target
 */

/** @typedef {{ tables: readonly Table[], targets: readonly Target[], notes?: readonly string[] }} Outcome */

/**
 * Formats milliseconds with three significant digits.
 *
 * @param {number} value
 */
export function ms(value) {
  return Number.isFinite(value) ? `${digits(value)} ms` : '–';
}

/** @param {number} value */
export function seconds(value) {
  return Number.isFinite(value) ? (value < 1000 ? ms(value) : `${digits(value / 1000)} s`) : '–';
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return Number.isFinite(bytes) ? `${digits(bytes / 1e6)} MB` : '–';
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return Number.isFinite(bytes) ? `${digits(bytes / 1e3)} kB` : '–';
}

/** @param {number} count */
export function thousands(count) {
  return count.toLocaleString('en');
}

/**
 * Formats a ratio: `1/120` if it is far below 1, otherwise `1.08×`.
 *
 * @param {number} value
 * @param {number} over
 */
export function ratio(value, over) {
  if (!Number.isFinite(value) || !Number.isFinite(over) || value <= 0 || over <= 0) return '–';
  const times = value / over;
  return times <= 0.5 ? `1/${digits(1 / times)}` : `${digits(times)}×`;
}

/** @param {number} value */
function digits(value) {
  if (value >= 100) return String(Math.round(value));
  if (value >= 10) return value.toFixed(1);
  return value >= 0.1 ? value.toFixed(2) : value.toFixed(3);
}

/** @param {Table} table */
export function markdownTable({ caption, columns, rows }) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map(escaped).join(' | ')} |`;
  const rule = `|${columns.map((_, i) => (i === 0 ? ' --- ' : ' ---: ')).join('|')}|`;
  return [`**${caption}**`, '', line(columns), rule, ...rows.map(line)].join('\n');
}

/** @param {string} cell */
function escaped(cell) {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/**
 * Returns the results of a part as Markdown, for the console and for the document.
 *
 * @param {Outcome} outcome
 */
export function markdownOf({ tables, targets, notes = [] }) {
  const blocks = tables.map(markdownTable);
  if (notes.length > 0) blocks.push(notes.map(note => `- ${note}`).join('\n'));
  if (targets.length > 0) {
    blocks.push(
      markdownTable({
        caption: 'Against the targets',
        columns: ['what', 'at least', 'measured', 'kept'],
        rows: targets.map(({ what, atLeast, measured, kept }) => [
          what,
          atLeast,
          measured,
          kept === null ? 'not measured' : kept ? 'yes' : '**no**',
        ]),
      }),
    );
  }
  return blocks.join('\n\n');
}

/**
 * Replaces the text between the two markers of a part in a document.
 *
 * @param {string} document
 * @param {string} part
 * @param {string} text
 */
export function withPart(document, part, text) {
  const [start, end] = [`<!-- bench:${part} -->`, `<!-- /bench:${part} -->`];
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document has no place for the part “${part}”: ${start} … ${end}.`);
  return `${document.slice(0, from + start.length)}\n${text}\n${document.slice(to)}`;
}
