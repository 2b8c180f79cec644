import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";

export type Locale = "en" | "fr";

/** Says a message of the interface, `members.invite` for example, as it stands on the screen. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

const folder = join(process.cwd(), "lib/i18n/messages");

export function wordsOf(locale: Locale): Say {
  const messages = Object.fromEntries(
    readdirSync(join(folder, locale)).map((file) => [
      file.replace(/\.json$/, ""),
      JSON.parse(readFileSync(join(folder, locale, file), "utf8")),
    ]),
  );
  // The translator is typed by literal keys; journeys name them as texts, and a wrong one throws.
  const translate = createTranslator({
    locale,
    messages,
    onError: (error) => {
      throw error;
    },
  }) as unknown as Say;
  return (key, values) => translate(key, values);
}
