// Makes a frame of the stage the browser that the stage wants, before the loader runs in it: another time, another zone, no
// WebAssembly. What is wanted stands at the frame's element as `stage`: { later, zone, hasWasm, media }.

{
  const wanted = /** @type {any} */ (window.frameElement)?.stage;

  /**
   * A stand-in for a class that differs in what `new` is given; whatever is made by it is of the real class, too.
   * @param {any} Real
   * @param {(given: any[]) => any[]} fill
   * @param {(made: any) => any} called what a call without `new` gives
   */
  const standIn = (Real, fill, called) => {
    /** @type {any} */
    const StandIn = function (/** @type {any[]} */ ...given) {
      const made = Reflect.construct(Real, fill(given), new.target ?? Real);
      return new.target ? made : called(made);
    };
    Object.setPrototypeOf(StandIn, Real);
    StandIn.prototype = Real.prototype;
    Object.defineProperty(StandIn, "name", { value: Real.name });
    return StandIn;
  };

  if (wanted?.later) {
    const Real = Date;
    const now = () => Real.now() + wanted.later * 1000;
    const Later = standIn(Real, given => given.length ? given : [now()], made => made.toString());
    Later.now = now;
    window.Date = Later;
  }

  if (wanted?.zone) {
    const Real = Intl.DateTimeFormat;
    const Elsewhere = standIn(
      Real,
      ([locales, options]) => [locales, options?.timeZone === undefined ? { ...options, timeZone: wanted.zone } : options],
      made => made,
    );
    try {
      new Elsewhere();
      Intl.DateTimeFormat = Elsewhere;
    } catch {
      // This browser has no such zone: its own stays.
    }
  }

  if (wanted?.hasWasm === false) Object.defineProperty(window, "WebAssembly", { value: undefined });

  if (wanted?.media) {
    const ask = window.matchMedia.bind(window);
    window.matchMedia = query => ask(wanted.media(query));
  }
}
