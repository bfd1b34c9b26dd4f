/** For `{@attach modal(isOpen)}` on a <dialog>: over the page while it is open, with the focus in it, and gone otherwise. */
export const modal = (isOpen: boolean) => (dialog: HTMLDialogElement) => {
	if (isOpen && !dialog.open) dialog.showModal();
	else if (!isOpen && dialog.open) dialog.close();
};
