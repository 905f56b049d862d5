/** Every bound on hostile or clumsy files, with its reason. */

/**
 * One file, in time of a processor, so that it is read alike on any load: the slowest honest one measured
 * (300 pages) takes 5 s.
 */
export const FILE_MILLISECONDS = 20_000
/**
 * A newcomer's turn in the running service, in time of a processor: what takes longer makes room for those
 * that wait, and is finished with others of its kind. Ten times the usual form, three times the first one in
 * a new process.
 */
export const TURN_MILLISECONDS = 400
/**
 * Memory at which a newcomer's turn is over too: usual forms and brochures, one after the other, take 130 to
 * 185 MB.
 */
export const TURN_RESIDENT_BYTES = 210_000_000
/**
 * What a large file may take beyond these bounds, for each of its bytes, and for each megabyte of time of a
 * processor.
 */
export const BYTES_FOR_A_BYTE = 3
export const MILLISECONDS_FOR_A_MEGABYTE = 20
/** Attachments that took longer than their turn are finished so many at a time: recognition takes 400 MB. */
export const SLOW_PLACES = 1
/**
 * How far readers step back (nice), on a machine of two cores: at work behind the service and behind a
 * process that is being started for the next mail; past their turn behind all of these.
 */
export const READING_PRIORITY = 5
export const SLOW_PRIORITY = 15
/**
 * One mail with all that it contains, in time of a processor, at one attempt: an archive of 20 scans must
 * fit, a queue must not stall. What was read dearly is kept for the next attempt.
 */
export const ORDER_MILLISECONDS = 180_000
/**
 * Address space for data in a child. V8 reserves 525 MB for code in each of its two isolates (the second is
 * recognition's) and uses little of it, and wasm reserves as it grows: this is only the backstop of the next
 * limit.
 */
export const CHILD_DATA_BYTES = 1_800_000_000
/**
 * Of a reader's whole life, in time of a processor: the backstop of what its parent sees to, order by order.
 */
export const CHILD_LIFE_SECONDS = 3_600
/** Open files of a reader: the program's own while it loads; it opens nothing else. */
export const CHILD_FILES = 256
/** Threads of a reader: Node's, the decoders', and recognition's. */
export const CHILD_TASKS = 128
/**
 * Memory in use at which the parent ends a child: 300 pages of text take 180 MB, and three children share a
 * small machine.
 */
export const PLAIN_RESIDENT_BYTES = 250_000_000
/** The same while it recognises pictures of pages: the engine, its language and a page take 400 MB. */
export const CHILD_RESIDENT_BYTES = 500_000_000
/**
 * Memory after an attachment at which a child is not used again: recognition keeps what it once took, page
 * upon page.
 */
export const WORN_RESIDENT_BYTES = 210_000_000
/** How often the parent looks: a bomb that fills 1 GB a second is seen before it hurts. */
export const WATCH_MILLISECONDS = 40
/**
 * A child is replaced after so many files: whatever a library leaks is bounded, and a start costs as much as
 * ten files.
 */
export const FILES_PER_CHILD = 200
/** An idle child is ended: an idle service should cost nothing. */
export const IDLE_MILLISECONDS = 30_000
/**
 * By the clock on the wall, the last net: a reader on a machine with a load of sixty has a thirtieth of a
 * processor.
 */
export const WALL_CLOCK_FACTOR = 30
/** A reader that is owed processor time and takes none for so long waits for something that never comes. */
export const STANDSTILL_MILLISECONDS = 60_000
/** Readers that somebody else ended before an order is put off: a machine without memory ends the largest. */
export const KILLS_BY_OTHERS = 3
/** Children killed by files of one order before the rest of it is given up. */
export const KILLS_PER_ORDER = 5
/** Children that end while no file is open, over one mail: its own form is what they die of. */
export const KILLS_BY_ITS_FORM = 2
/** An archive in an archive in an archive is a forwarded dossier; deeper is a toy or a bomb. */
export const NESTING = 3
/** Members of one attachment, nested ones included: the largest honest dossier seen had about 60. */
export const MEMBERS = 200
/**
 * Files read of one mail, those in containers included: five times what the largest honest dossier had in one
 * archive.
 */
export const MAIL_FILES = 1_000
/**
 * A reading that cost so much is kept for the case that the same mail ends its process later; others are read
 * again.
 */
export const WORTH_KEEPING_MILLISECONDS = 150
/** Bytes taken out of one attachment altogether: four times the largest mail that servers accept. */
export const EXPANDED_BYTES = 200_000_000
/** One member of an archive against its compressed size: office XML reaches 60, deflate stops at 1032. */
export const EXPANSION_RATIO = 200
/** Under this size the ratio proves nothing: a page of blanks compresses a thousandfold. */
export const RATIO_FREE_BYTES = 5_000_000
/** XML parts of an office file: 300 pages of text are 10 MB. */
export const XML_BYTES = 60_000_000
/** Pages read of a PDF: past 500 nothing that the call asks for is hidden. */
export const PDF_PAGES = 500
/**
 * Text kept of one document: 200 full pages. What follows reads it in the service's own process, at three
 * microseconds a character; more is a data dump, not an application.
 */
export const TEXT_CHARACTERS = 600_000
/** Pixels of one picture: a telephone's photograph has 50 million at most, a decompression bomb billions. */
export const PICTURE_PIXELS = 60_000_000
/**
 * Longest side, in pixels, of a page given to recognition: an A4 page at 205 dpi; more is slower and larger,
 * not better.
 */
export const RECOGNISED_SIDE = 2_400
/** A picture smaller than this on a side is a logo, not a page. */
export const SMALLEST_PAGE_SIDE = 350
/** Pages of one file that are recognised, at one to two seconds each. */
export const RECOGNISED_PAGES = 15
/** Dots per inch that pictures of pages claim: without it the engine takes them for posters. */
export const RECOGNISED_DENSITY = 200
/** Longest side, in pixels, of a page drawn for people: an A4 page at 120 dpi. */
export const DRAWN_SIDE = 1_400
/** One page for people, from the start of its order: they wait for it. */
export const DRAWING_MILLISECONDS = 10_000
