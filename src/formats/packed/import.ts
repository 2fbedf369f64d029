import type { ImportForm } from '../form';
import { isPacked, MAGIC } from './layout';
import { packedToRecords } from './to-records';

export const packedImport: ImportForm = {
  id: 'packed',
  sniff({ bytes }) {
    if (bytes.length >= MAGIC.length) return isPacked(bytes) ? 'yes' : 'no';
    return bytes.every((byte, i) => byte === MAGIC[i]) ? 'more' : 'no';
  },
  read: (bytes, { imageAt }) => packedToRecords(bytes, imageAt),
};
