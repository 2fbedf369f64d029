export type Era = 'bc' | 'ad';

const BC =
  /[\s,]*(?:b\.? ?c\.?(?: ?e\.?)?|v\.? ?chr\.?|v\.? ?u\.? ?z\.?|(?:av\.?|avant) ?(?:j\.? ?-? ?c\.?|j[ée]sus[ -]christ|notre [èe]re)|a\. ?(?:de ?)?c\.?|antes de cristo|avanti cristo|v\. ?c\.|p\. ?n\. ?e\.?)$/i;
const AD =
  /[\s,]*(?:a\.? ?d\.?|anno domini|c\.? ?e\.?|n\.? ?chr\.?|(?:apr?\.?|apr[èe]s) ?(?:j\.? ?-? ?c\.?|j[ée]sus[ -]christ)|de notre [èe]re|d\. ?c\.?|n\. ?e\.|u\.? ?z\.?)$/i;

/** Splits off the era at the end of a text, in eight languages. Returns null if there is none. */
export function eraAtEnd(text: string): { era: Era; rest: string } | null {
  const era = BC.test(text) ? 'bc' : AD.test(text) ? 'ad' : null;
  return era && { era, rest: text.replace(era === 'bc' ? BC : AD, '').trim() };
}
