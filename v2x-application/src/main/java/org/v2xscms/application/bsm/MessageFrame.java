package org.v2xscms.application.bsm;

import org.v2xscms.application.bsm.UperReader.MalformedException;
import org.v2xscms.codec.oer.Octets;

/**
 * The frame of every SAE J2735 message: 1 extension bit, 15 bits of DSRCmsgID, an open type.
 *
 * @param messageId 0 to 32767
 * @param value the message itself, padded to whole octets
 */
record MessageFrame(int messageId, Octets value) {

    Octets encode() {
        UperWriter out = new UperWriter();
        out.flag(false);
        out.bits(messageId, 15);
        out.openType(value);
        return out.toOctets();
    }

    static MessageFrame read(Octets octets) throws MalformedException {
        UperReader in = new UperReader(octets);
        if (in.flag()) {
            throw new MalformedException("additions to MessageFrame, of which no edition has any");
        }
        MessageFrame frame = new MessageFrame((int) in.bits(15), in.openType());
        in.end();
        return frame;
    }
}
