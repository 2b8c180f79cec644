import "server-only";
import { cache } from "react";
import { database } from "@/db/index";
import { openReading } from "@/lib/operations/reading";

/** One reading for a page and all its parts. Outside of a page, each question has a reading of its own. */
export const readingOfThisRequest = cache(() => openReading(database()));
