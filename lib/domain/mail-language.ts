import { z } from "zod";

/** A language that letters are written in. */
const Language = z.enum(["en", "fr"]);
export type MailLanguage = z.infer<typeof Language>;

/** The language of letters to whom has chosen none; null for letters in every language. */
export const ChosenMailLanguage = Language.nullable();
