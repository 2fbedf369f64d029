import type { ComponentProps, MouseEvent } from 'react';
import type { View } from '../model/view';
import { useHref, useNavigation } from './navigation';

interface Props extends Omit<ComponentProps<'a'>, 'onClick' | 'href'> {
  to: Partial<View>;
  onFollow?: () => void;
}

/** A link to a changed view. A plain click does not load the page. The browser handles all other clicks. */
export function ViewLink({ to, onFollow, ...rest }: Props) {
  const { go } = useNavigation();
  const hrefOf = useHref();
  const handleClick = (event: MouseEvent) => {
    if (rest.target || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
    onFollow?.();
  };
  return <a {...rest} href={hrefOf(to)} onClick={handleClick} />;
}
