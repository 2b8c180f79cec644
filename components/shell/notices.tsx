"use client";

import { createContext, type ReactNode, use } from "react";

/** What is said over every page, whichever frame it has: `Banner`s, or null. */
export const NoticesContext = createContext<ReactNode>(null);

/** The place of these notices in a frame, after the link that skips it. */
export const Notices = () => use(NoticesContext);
