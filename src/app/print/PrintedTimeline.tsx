import { useCallback } from 'react';
import type { About } from '../../exports/answer-form';
import type { PictureFacts } from '../../exports/picture/picture-facts';
import { printedTimeline } from '../../exports/picture/printed-timeline';
import { useText } from '../../i18n/use-text';
import type { DatasetHead } from '../../model/dataset';

interface Props {
  head: DatasetHead;
  about: About;
  facts: PictureFacts;
}

/** The timeline on paper. Browsers repeat the axis on each page that has lanes, and break pages only between lanes. */
export function PrintedTimeline({ head, about, facts }: Props) {
  const tools = useText();
  const drawn = printedTimeline({ head, about, tools }, facts);
  if (!drawn) return null;
  return (
    <section className="printed-timeline">
      <div className="printed-chart">
        <div className="printed-axis">
          <Drawing svg={drawn.axis} />
        </div>
        <div className="printed-lanes">
          {drawn.lanes.map(svg => (
            <Drawing key={svg} svg={svg} />
          ))}
        </div>
      </div>
      <Drawing svg={drawn.legend} />
      {drawn.notes.map(note => (
        <p key={note} className="printed-small">
          {note}
        </p>
      ))}
    </section>
  );
}

/** Puts a drawing into the page as elements, because browsers do not wait for images when they print. */
function Drawing({ svg }: { svg: string }) {
  const draw = useCallback(
    (place: HTMLElement | null) => {
      const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
      place?.replaceChildren(document.importNode(documentElement, true));
    },
    [svg],
  );
  return <div ref={draw} className="printed-drawing" />;
}
