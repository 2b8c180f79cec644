import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";

type Props = {
  /** An avatar or an icon. */
  picture?: ReactNode;
  name: ReactNode;
  /** The whole cell becomes the link; the cell must be `Td narrow="lead"`. */
  href?: string;
  /** Makes the whole cell a button, for rows that open a drawer. */
  onOpen?: () => void;
  /** A second, quiet line: an e-mail address, a user name. */
  detail?: ReactNode;
  badge?: ReactNode;
};

const whole =
  "font-strong text-link after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-ring";

/** The first cell of a row: who or what the row is about. */
export function RowName({ picture, name, href, onOpen, detail, badge }: Props) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      {picture}
      <div className="min-w-0">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
          {href ? (
            <AppLink href={href} className={cx(whole, "min-w-0 wrap-anywhere")}>
              <bdi className="line-clamp-2">{name}</bdi>
            </AppLink>
          ) : null}
          {!href && onOpen ? (
            <button type="button" onClick={onOpen} className={cx(whole, "min-w-0 wrap-anywhere text-start")}>
              <bdi className="line-clamp-2">{name}</bdi>
            </button>
          ) : null}
          {!href && !onOpen ? (
            <span className="min-w-0 wrap-anywhere font-strong">
              <bdi className="line-clamp-2">{name}</bdi>
            </span>
          ) : null}
          {badge}
        </div>
        {detail ? (
          <div className="wrap-anywhere text-label text-muted">
            <bdi>{typeof detail === "string" ? breakingAtSign(detail) : detail}</bdi>
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** An address that does not fit breaks before its sign, and not wherever the line ends. */
function breakingAtSign(text: string) {
  const sign = text.lastIndexOf("@");
  if (sign < 1) return text;
  return (
    <>
      {text.slice(0, sign)}
      <wbr />
      {text.slice(sign)}
    </>
  );
}
