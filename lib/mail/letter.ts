import { NotDone } from "@/lib/jobs/job";

/** A mail as it leaves. */
export type Letter = {
  /** The same over all attempts: whoever sees it twice sends once. */
  key: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The address its button leads to, where it has one. */
  link: string | null;
  createdAt: Date;
};

/**
 * Hands a letter over, once however often it is called with the same key.
 *
 * @throws {NotSent} when that failed and is to be tried again.
 */
export type Transport = (letter: Letter) => Promise<void>;

/** The letter was not taken. */
export class NotSent extends NotDone {
  override name = "NotSent";
}
