import { useEffect, useState } from 'react';
import { useText } from '../i18n/use-text';
import type { DatasetHead, Text } from '../model/dataset';
import { indexValues, type ValueIndex } from '../model/value-search';

/** Indexes by dataset and language. Each language has its own `words` function, which serves as the key. */
const built = new WeakMap<DatasetHead, WeakMap<(text: Text) => string, ValueIndex>>();

/** Returns a search index of all values. Null until it is built, in steps that don't block the page. */
export function useValueIndex(head: DatasetHead): ValueIndex | null {
  const { words } = useText();
  const [, setDone] = useState<ValueIndex | null>(null);
  useEffect(() => {
    if (built.get(head)?.has(words)) return;
    const steps = indexValues(head.facets, words);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const advance = () => {
      const step = steps.next();
      if (!step.done) {
        timer = setTimeout(advance);
        return;
      }
      const ofHead = built.get(head) ?? new WeakMap();
      built.set(head, ofHead.set(words, step.value));
      setDone(step.value);
    };
    advance();
    return () => clearTimeout(timer);
  }, [head, words]);
  return built.get(head)?.get(words) ?? null;
}
