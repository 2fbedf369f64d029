import type { ComponentProps, MouseEvent } from 'react';

type Props = Omit<ComponentProps<'a'>, 'onClick' | 'href'> & { href: string; onFollow: () => void };

/** A real link to a view, followed in place on a plain click and left to the browser on any other. */
export function ViewLink({ href, onFollow, ...rest }: Props) {
  const handleClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onFollow();
  };
  return <a {...rest} href={href} onClick={handleClick} />;
}
