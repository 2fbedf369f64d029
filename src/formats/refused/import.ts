import { OpenFailure, type OpenFailureCode } from '../../model/problem';
import type { ImportForm } from '../form';
import type { FileStart } from '../input/file-start';

/** Recognises files that can't be opened as a dataset, such as PDF files. The page then says what to do instead. */
export const refusedImport: ImportForm = {
  id: 'refused',
  sniff(start) {
    if (start.bytes.length < 8 && !start.isWhole) return 'more';
    return kindOf(start) === null ? 'no' : 'yes';
  },
  async read(bytes) {
    const read: number[] = [];
    for await (const piece of bytes) {
      for (const byte of piece.subarray(0, START_LENGTH - read.length)) read.push(byte);
      if (read.length >= START_LENGTH) break;
    }
    const start = Uint8Array.from(read);
    throw new OpenFailure(kindOf({ bytes: start, text: new TextDecoder().decode(start), isWhole: true }) ?? 'notJson');
  },
};

/** The number of bytes that are read. In an old Office file, these bytes include the names of its parts. */
const START_LENGTH = 1 << 16;

const PROGRAM = /^(?:export|import|const|let|var|function|module\.exports|window\.\w+)(?=[\s.=({])[^,;\t|\n]*[=({]/;

const XML_SPREADSHEET = /^\s*<\?xml[^>]*>\s*(?:<\?mso-application[^>]*>\s*)?<(?:ss:)?Workbook\b/;

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

function kindOf({ bytes, text }: FileStart): OpenFailureCode | null {
  if (OLD_OFFICE.every((byte, i) => bytes[i] === byte)) return isProtected(bytes) ? 'protected' : 'oldOffice';
  if (text.startsWith('%PDF')) return 'pdf';
  if (XML_SPREADSHEET.test(text)) return 'oldOffice';
  if (/^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(text)) return 'html';
  const code = text.replace(/^(?:\s+|\/\/.*\n|\/\*[\s\S]*?\*\/)+/, '');
  return PROGRAM.test(code) ? 'program' : null;
}

/** Returns whether an old Office file is a workbook with a password, which has a part `EncryptedPackage`. */
function isProtected(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\0'));
}
