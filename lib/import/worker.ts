import { expose } from "comlink";
import { makeReader } from "@/lib/import/reader";

expose(makeReader());
