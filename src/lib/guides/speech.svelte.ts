import type { Locale } from '#lib/domain/locale.ts';

// Reading aloud with the device's own voices. Owns the one utterance of a page. Voices arrive late on some phones
// (`voiceschanged`), and a device without a voice for the language offers no button rather than a foreign accent.

export class Speech {
	#voices = $state<SpeechSynthesisVoice[]>([]);
	speaking = $state(false);

	/** Starts listening for voices; returns what stops it, and any reading. */
	start(): () => void {
		const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
		if (!synthesis) return () => {};
		const list = () => (this.#voices = synthesis.getVoices());
		list();
		synthesis.addEventListener('voiceschanged', list);
		return () => {
			synthesis.removeEventListener('voiceschanged', list);
			this.stop();
		};
	}

	voiceFor(lang: Locale): SpeechSynthesisVoice | undefined {
		const own = this.#voices.filter((voice) => sameLanguage(voice.lang, lang));
		// A voice on the device reads without network.
		return own.find((voice) => voice.localService) ?? own[0];
	}

	read(text: string, lang: Locale): void {
		this.stop();
		const voice = this.voiceFor(lang);
		if (!voice) return;
		const utterance = new SpeechSynthesisUtterance(text);
		utterance.voice = voice;
		utterance.lang = voice.lang;
		utterance.onend = utterance.onerror = () => (this.speaking = false);
		this.speaking = true;
		speechSynthesis.speak(utterance);
	}

	stop(): void {
		if (this.speaking) speechSynthesis.cancel();
		this.speaking = false;
	}
}

/** Voices for Bokmål call themselves nb-NO or no-NO, on Android also nb_NO. */
function sameLanguage(voiceLang: string, lang: Locale): boolean {
	const spoken = voiceLang.toLowerCase().split(/[-_]/)[0];
	return spoken === lang || (lang === 'nb' && spoken === 'no');
}
