import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

/** What ties a control to its label, hint and error: spread it on the control. */
export type ControlWiring = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence for the person; its presence marks the control as wrong. */
  error?: ReactNode;
  /** Something to look at again; it can be sent as it is. */
  warning?: ReactNode;
  optional?: boolean;
  children: (control: ControlWiring) => ReactNode;
};

/** A labelled control. The error is read out with the control and stands where the eye already is. */
export function Field({ label, hint, error, warning, optional = false, children }: Props) {
  const t = useTranslations("ui");
  const id = useId();
  const described = Object.entries({ hint, error, warning })
    .flatMap(([name, said]) => (said ? `${id}-${name}` : []))
    .join(" ");

  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-label text-muted">
        {label}
        {optional ? <span className="font-normal"> · {t("optional")}</span> : null}
      </label>
      {children({
        id,
        ...(described ? { "aria-describedby": described } : {}),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-bad text-label">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5" />
          <span>{error}</span>
        </p>
      ) : null}
      {warning ? (
        <p id={`${id}-warning`} role="status" className="flex items-start gap-1.5 text-label text-warn">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5" />
          <span>{warning}</span>
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-label text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
