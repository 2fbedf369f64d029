import { useEffect, useEffectEvent, useRef } from 'react';

/** The distance below the screen up to which an element counts as near. */
const AHEAD = '800px';

/**
 * An empty element that calls `onNear` once, when scrolling brings it near the screen. To have it call again, render it
 * with another key.
 */
export function NearEnd({ onNear }: { onNear: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  const handleNear = useEffectEvent(onNear);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        handleNear();
      },
      { rootMargin: `0px 0px ${AHEAD}` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={ref} />;
}
