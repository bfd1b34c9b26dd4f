/** A guide that may answer a question; `confidence` is how often such a guess is right, 0 to 1. */
export type Ranked = { guideId: string; confidence: number };

/**
 * What the device says to a question. `answer`: one guide, sure enough to be given. `choose`: two or three guesses.
 * `unknown`: none of the guides; `guides` then holds what came nearest, for the trainers.
 */
export type Answer = { kind: 'answer' | 'choose' | 'unknown'; guides: Ranked[] };

export type Ask = (question: string) => Promise<Answer>;
