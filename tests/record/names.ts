/**
 * Names in the texts of the record, beside the labels of its values. They are nobody's own words, so a run of words that holds
 * one is not held against the text.
 */
export const NAMES: readonly string[] = [
  // Organisations, their bodies and offices
  'EU',
  'UN',
  'UNODC',
  'WHO',
  'INTERPOL',
  'EU Delegation',
  'Executive Director',
  'Regional Office for Eastern Africa',
  'Regional Office for the Middle East and North Africa',
  'Commission on Narcotic Drugs',
  'International Narcotics Control Board',
  'World Customs Organization',
  'European Economic and Social Committee',
  'Horizontal Working Party on Drugs',
  'Judicial College of England and Wales',
  'Centre for European Policy Studies',
  'International Centre for Parliamentary Studies',
  'UN Brussels Task Force on Youth',
  'Office of the National Security Adviser',
  // Programmes, agreements and courses
  'Joint Valletta Action Plan',
  'Instrument contributing to Stability and Peace',
  'Global Firearms Programme',
  'Global Illicit Flows Programme',
  'joint action on border control',
  'Financial and Administrative Framework Agreement',
  'port security and safety of navigation',
  // Meetings
  'political dialogue on counter-terrorism',
  'High-Level Conference on the Sahel',
  'European Migration, Border & Security Round-table',
  'ACP-EU Dialogue on Migration and Development',
  // Terms that the institutions always say in these words
  'match-fixing and corruption in sport',
  'children recruited and exploited by terrorist groups',
  'Horn of Africa',
  'Latin America, the Caribbean',
];
