import { useText } from '../../i18n/use-text';
import { valueLabel } from '../../i18n/value-label';
import type { Facet } from '../../model/dataset';
import type { View } from '../../model/view';
import { ViewLink } from '../../navigation/ViewLink';
import { Icon } from '../../ui/icons';
import { ValueDot } from '../ValueDot';
import { lineName } from './line-name';
import type { Line } from './lines';

interface Props {
  facet: Facet;
  line: Line;
  isTight: boolean;
  /** The change that limits the view to this line's activities. Null if a link can't express the change. */
  patch: Partial<View> | null;
  className?: string;
}

/** The name of a row or column, as a link to a view of its activities if a link can express that view. */
export function LineLabel({ facet, line, isTight, patch, className = '' }: Props) {
  const tools = useText();
  const full = valueLabel(tools, facet, line.value);
  const label = lineName(tools, facet, line.value, isTight);
  const content = (
    <>
      <ValueDot facet={facet} value={line.value} />
      <bdi>{label}</bdi>
    </>
  );
  return patch ? (
    <ViewLink
      to={patch}
      tabIndex={-1}
      title={label === full ? undefined : full}
      className={`hover:underline ${className}`}
    >
      {content}
    </ViewLink>
  ) : (
    <span title={label === full ? undefined : full} className={className}>
      {content}
    </span>
  );
}

interface OpenerProps {
  facet: Facet;
  line: Line;
  className: string;
  onToggle: () => void;
}

export function LineOpener({ facet, line, className, onToggle }: OpenerProps) {
  const tools = useText();
  return (
    <button
      type="button"
      aria-expanded={line.isOpened}
      aria-label={tools.t('facet.below', { label: valueLabel(tools, facet, line.value) })}
      className={`grid size-6 place-items-center text-ink-2 hover:text-ink pointer-coarse:size-11 ${className}`}
      onClick={onToggle}
    >
      <Icon name={line.isOpened ? 'down' : 'right'} className={`size-3.5 ${line.isOpened ? '' : 'rtl:-scale-x-100'}`} />
    </button>
  );
}
