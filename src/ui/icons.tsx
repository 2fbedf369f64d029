import type { ReactNode } from 'react';

const PATHS = {
  search: 'M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  share: 'M8 10V2m0 0L5 5m3-3 3 3M4 8H3v6h10V8h-1',
  close: 'm4 4 8 8m0-8-8 8',
  earlier: 'm10 3-5 5 5 5',
  later: 'm6 3 5 5-5 5',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  right: 'm6 4 4 4-4 4',
  zoomOut: 'M3 8h10',
  zoomIn: 'M3 8h10M8 3v10',
  check: 'm3.5 8.5 3 3 6-7',
  minus: 'M4 8h8',
  out: 'M6 4h6v6M12 4 4.5 11.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  swap: 'M3 5.5h10M10.5 3 13 5.5 10.5 8M13 10.5H3M5.5 8 3 10.5 5.5 13',
  rows: 'M3 4.5h10M3 8h10M3 11.5h10',
  file: 'M9.5 2H4v12h8V4.5L9.5 2Zm0 0v2.5H12',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.5V11m0-6h.01',
  filter: 'M2 4h12M4.5 8h7M7 12h2',
} as const;

export type IconName = keyof typeof PATHS;

/** The control around the icon has the accessible name. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 16 16"
      className={`inline-block size-4 shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.5 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
