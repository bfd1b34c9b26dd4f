/** Where the videos of guides are, on the server and, once they were kept, on the device. */
export const videosAt = '/videos/';
export const videoCache = 'athand-videos';
