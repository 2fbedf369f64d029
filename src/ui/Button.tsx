import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icons';

const LOOKS = {
  plain: 'rounded-sm px-2 hover:bg-faint aria-disabled:text-ink-2 aria-disabled:hover:bg-transparent',
  link: 'link rounded-sm text-start',
  primary: 'rounded-sm bg-accent px-4 py-2 font-semibold text-on-accent',
  outline: 'rounded-sm border border-edge px-3 hover:bg-faint',
} as const;

type ButtonProps = ComponentProps<'button'> & { look?: keyof typeof LOOKS };

export function Button({ look = 'plain', className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`target inline-flex items-center gap-2 whitespace-nowrap ${LOOKS[look]} ${className}`}
      {...inertWhenDisabled(rest)}
    />
  );
}

/** Uses `aria-disabled` instead of `disabled`, because a button with `disabled` would lose the focus. */
function inertWhenDisabled({ disabled, onClick, ...rest }: ComponentProps<'button'>): ComponentProps<'button'> {
  return disabled ? { ...rest, 'aria-disabled': true } : { ...rest, onClick };
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & { icon: IconName; label: string };

export function IconButton({ icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`target inline-grid place-items-center rounded-sm hover:bg-faint aria-disabled:text-edge aria-disabled:hover:bg-transparent ${className}`}
      {...inertWhenDisabled(rest)}
    >
      <Icon name={icon} />
    </button>
  );
}
