import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { formatDay } from '../../i18n/calendar-format';
import { windowText } from '../../i18n/date-text';
import { useText } from '../../i18n/use-text';
import type { Day } from '../../lib/day';
import { hullOf } from '../../model/window';
import { useNavigation } from '../../navigation/navigation';
import {
  type Brush,
  brushPatch,
  dayAt,
  moveBrush,
  type StripScale,
  snap,
  stepBrush,
  stepSide,
  xWithin,
} from './strip-scale';

interface Props {
  scale: StripScale;
  stops: readonly Day[];
  brush: Brush;
  hasWindow: boolean;
  isFiltered: boolean;
}

/** The width in pixels of the invisible pointer target around each grip. */
const HANDLE_WIDTH = 24;
const GRIP_WIDTH = 8;
/** The minimum width in pixels of the drawn window. */
const MIN_WIDTH = 2;

type Part = 'start' | 'end' | 'move' | 'new';

interface Drag {
  part: Part;
  /** The day at which the pointer went down, and the brush at that moment. */
  from: Day;
  brush: Brush;
}

/** Lets the reader drag a side, the window, or a new window. For the keyboard, sides and window are sliders. */
export function BrushLayer({ scale, stops, brush, hasWindow, isFiltered }: Props) {
  const { go } = useNavigation();
  const tools = useText();
  const { t, language } = tools;
  const layer = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const [moving, setMoving] = useState<Brush | null>(null);
  const shown = moving ?? brush;

  const dayUnder = (event: PointerEvent): Day => {
    const box = layer.current?.getBoundingClientRect();
    if (!box) return scale.bounds.earliest;
    return dayAt(scale, event.clientX - box.left);
  };

  const brushAfter = ({ part, from, brush: before }: Drag, day: Day): Brush => {
    if (part === 'new') {
      const [a, b] = [snap(stops, from), snap(stops, day)];
      return { start: Math.min(a, b), end: Math.max(a, b) };
    }
    if (part === 'move') return moveBrush(stops, before, before.start + day - from);
    const next = { ...before, [part]: snap(stops, day) };
    return next.start < next.end ? next : before;
  };

  const begin = (part: Part) => (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    layer.current?.setPointerCapture(event.pointerId);
    drag.current = { part, from: dayUnder(event), brush };
  };

  const handleMove = (event: PointerEvent) => {
    if (!drag.current) return;
    const next = brushAfter(drag.current, dayUnder(event));
    if (next.start >= next.end) return;
    if (moving?.start === next.start && moving.end === next.end) return;
    setMoving(next);
    go(brushPatch(next, scale.bounds, isFiltered), 'draft');
  };

  const handleEnd = () => {
    if (drag.current && moving) go(brushPatch(moving, scale.bounds, isFiltered), 'replace');
    drag.current = null;
    setMoving(null);
  };

  /** Restores the window as it was before the gesture, if the browser takes over the gesture, for example to scroll. */
  const handleCancel = () => {
    if (!drag.current) return;
    drag.current = null;
    setMoving(null);
    go({}, 'replace');
  };

  const handleKey = (part: 'start' | 'end' | 'move') => (event: KeyboardEvent) => {
    const steps = KEY_STEPS[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    const next = part === 'move' ? stepBrush(stops, brush, steps) : stepSide(stops, brush, part, steps);
    if (next.start === brush.start && next.end === brush.end) return;
    go(brushPatch(next, scale.bounds, isFiltered), 'replace');
  };

  const right = xWithin(scale, shown.end);
  const left = Math.min(xWithin(scale, shown.start), scale.width - MIN_WIDTH);
  const box = { insetInlineStart: left, width: Math.max(MIN_WIDTH, right - left) };
  const reach = hullOf(scale.bounds, { earliest: shown.start, latest: shown.end - 1 });
  return (
    <div
      ref={layer}
      className="absolute inset-0 cursor-crosshair touch-pan-y select-none"
      onPointerDown={begin('new')}
      onPointerMove={handleMove}
      onPointerUp={handleEnd}
      onPointerCancel={handleCancel}
    >
      {(hasWindow || moving) && (
        <div
          className="absolute inset-y-0 -z-10 cursor-grab border-x-[1.5px] border-t-[1.5px] border-accent bg-accent-ground"
          style={box}
        />
      )}
      {(['start', 'end'] as const).map(side => {
        const day = side === 'start' ? shown.start : shown.end - 1;
        const edge = side === 'start' ? left : right;
        const start = Math.min(Math.max(0, edge - HANDLE_WIDTH / 2), scale.width - HANDLE_WIDTH);
        const grip = Math.min(Math.max(0, edge - start - GRIP_WIDTH / 2), HANDLE_WIDTH - GRIP_WIDTH);
        return (
          <div
            key={side}
            role="slider"
            tabIndex={0}
            aria-label={t(`strip.${side}`)}
            aria-valuemin={reach.earliest}
            aria-valuemax={reach.latest}
            aria-valuenow={day}
            aria-valuetext={formatDay(language, { day: 'numeric', month: 'long', year: 'numeric' }, day)}
            className="group absolute inset-y-0 z-10 grid cursor-ew-resize touch-none items-center focus-visible:shadow-none focus-visible:outline-none"
            style={{ insetInlineStart: start, width: HANDLE_WIDTH }}
            onPointerDown={begin(side)}
            onKeyDown={handleKey(side)}
          >
            {!hasWindow && (
              <span className="absolute inset-y-0 w-px bg-edge" style={{ insetInlineStart: edge - start }} />
            )}
            <span
              className={`relative flex h-5 w-2 items-center justify-center gap-px rounded-[2px] border-[1.5px] bg-paper outline-offset-2 group-focus-visible:outline-2 group-focus-visible:outline-ink ${
                hasWindow ? 'border-accent' : 'border-edge'
              }`}
              style={{ marginInlineStart: grip }}
            >
              <span className={`h-1.5 w-px ${hasWindow ? 'bg-accent' : 'bg-edge'}`} />
              <span className={`h-1.5 w-px ${hasWindow ? 'bg-accent' : 'bg-edge'}`} />
            </span>
          </div>
        );
      })}
      {(hasWindow || moving) && (
        <div
          role="slider"
          tabIndex={0}
          aria-label={t('strip.window')}
          aria-valuemin={reach.earliest}
          aria-valuemax={reach.latest}
          aria-valuenow={shown.start}
          aria-valuetext={windowText(tools, shown.start, shown.end - 1)}
          className="absolute inset-y-0 cursor-grab active:cursor-grabbing"
          style={box}
          onPointerDown={begin('move')}
          onKeyDown={handleKey('move')}
        />
      )}
    </div>
  );
}

const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -12,
  PageUp: 12,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
