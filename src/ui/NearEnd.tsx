import { useEffect, useEffectEvent, useRef } from 'react';

/** How far below the screen an element counts as near. */
const AHEAD = '800px';

/** Calls `onNear` once, when scrolling brings the element near the screen. Another `key` makes it call again. */
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
