import "server-only";
import { cache } from "react";
import { database } from "@/db/index";
import { openReading } from "@/lib/operations/reading";

/** What a page and its parts read, they read together. Outside of a page each question is read by itself. */
export const readingOfThisRequest = cache(() => openReading(database()));
