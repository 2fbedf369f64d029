import { useEffect, useEffectEvent, useRef } from 'react';

/** How far ahead of the screen counts as near. */
const AHEAD = '800px';

/** A place that calls back once when it comes near the screen; with another key it does so again. */
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
