/** What stands between the assistant and whatever finds its answers: a question in, guides with how sure it is out. */

/** `confidence`: how likely this guide is the right one, 0..1, calibrated. */
export type Ranked = { guideId: string; confidence: number };

/** answer: one guide, sure enough. choose: two or three guesses, the likeliest first. unknown: none. */
export type Answer = { kind: 'answer' | 'choose' | 'unknown'; guides: Ranked[] };

export type Ask = (question: string) => Promise<Answer>;
