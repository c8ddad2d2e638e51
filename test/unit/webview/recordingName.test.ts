import assert from 'node:assert/strict';
import { recordingName } from '../../../src/webview/page/message/recordingName';

const sound = 'https://ci.example.com/files/night%20build.mp3?version=2#t=3';
const film = '/file-upload/f/replay.mp4';

describe('The name of a recording', () => {
  it('is the title of its attachment', () => {
    assert.equal(recordingName(sound, { title: 'Standup', audio_url: sound }), 'Standup');
  });

  const untitled = { 'no title': {}, 'an empty title': { title: ' ' } };
  for (const [what, attachment] of Object.entries(untitled)) {
    it(`is that of its file where there is ${what}`, () => {
      assert.equal(recordingName(sound, { ...attachment, audio_url: sound }), 'night build.mp3');
    });
  }

  it('is that of its file where sound and film stand below one title', () => {
    const both = { title: 'Recordings', audio_url: sound, video_url: film };

    assert.deepEqual(
      [recordingName(sound, both), recordingName(film, both)],
      ['night build.mp3', 'replay.mp4'],
    );
  });

  it('is what stands in an address that cannot be read', () => {
    assert.equal(recordingName('/files/50%.mp3', {}), '50%.mp3');
  });

  it('is the host of an address without a file', () => {
    assert.equal(recordingName('https://radio.example.com/', {}), 'radio.example.com');
  });
});
