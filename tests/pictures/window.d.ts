// What stands in the windows of the sheets and of the page that compares.

interface Difference {
  faults: string[];
  /** A PNG in base64. */
  picture?: string;
}

interface Window {
  /** How many cards of a sheet are done. */
  done: number;
  compare(name: string, columns: { name: string; left: number; width: number }[]): Promise<Difference>;
  /** `places` in base64. */
  reference(name: string): Promise<{ width: number; height: number; colours: number[]; places: string }>;
}
