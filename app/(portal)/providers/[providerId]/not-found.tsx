import { ShellNotFound } from "@/components/shell/shell-not-found";

export default ShellNotFound;
