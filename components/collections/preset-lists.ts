import { z } from "zod";
import { NameLines } from "@/lib/domain/collection/inputs";

const notShown = z.string();

/** How collections are proposed, with the lists of names. Only the lists that are shown have to be right. */
export const PresetLists = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("department"), department: NameLines, function: notShown, groups: notShown }),
  z.object({ kind: z.literal("function"), department: notShown, function: NameLines, groups: NameLines }),
]);
