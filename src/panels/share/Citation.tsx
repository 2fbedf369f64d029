import { useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { CopyButton } from './CopyButton';
import { copyText } from './clipboard';

interface Props<Form extends string> {
  forms: readonly Form[];
  textIn: (form: Form) => string;
  onSay: (sentence: string) => void;
}

/** Shows a citation in the form that the reader chooses, with a copy button. */
export function Citation<Form extends string>({ forms, textIn, onSay }: Props<Form>) {
  const { t } = useText();
  const name = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [form, setForm] = useState(forms[0]);
  const text = form === undefined ? '' : textIn(form);
  const copy = async () => {
    const isCopied = await copyText(text);
    if (!isCopied) field.current?.select();
    onSay(t(isCopied ? 'share.citationCopied' : 'share.copyYourself'));
    return isCopied;
  };
  return (
    <div className="flex flex-col gap-1 pt-2">
      <textarea
        ref={field}
        readOnly
        dir="auto"
        rows={6}
        value={text}
        aria-label={t('share.citation')}
        className="w-full resize-none rounded-sm border border-edge bg-raised px-3 py-2"
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <fieldset className="flex flex-wrap gap-x-4">
          <legend className="sr-only">{t('share.citationForm')}</legend>
          {forms.map(option => (
            <label key={option} className="target flex items-center gap-1.5">
              <input
                type="radio"
                name={name}
                className="size-4 accent-accent"
                checked={option === form}
                onChange={() => setForm(option)}
              />
              {t(`cite.form.${option}`)}
            </label>
          ))}
        </fieldset>
        <CopyButton look="outline" onCopy={copy}>
          {t('share.copyCitation')}
        </CopyButton>
      </div>
    </div>
  );
}
