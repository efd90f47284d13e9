package org.v2xscms.application.bsm;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Octets;

/**
 * A basic safety message (SAE J2735, MSG_BasicSafetyMessage).
 *
 * @param coreData Part I
 * @param partII up to 8 elements, kept as they came; ids 0 vehicle safety, 1 special vehicle, 2 supplemental vehicle
 * @param regional up to 4 elements, kept as they came
 */
public record BasicSafetyMessage(BsmCoreData coreData, List<Opaque> partII, List<Opaque> regional) {

    /** The application of basic safety messages. */
    public static final Psid PSID = new Psid(32);

    /** DSRCmsgID basicSafetyMessage. */
    public static final int MESSAGE_ID = 20;

    static final int MAX_PART_II = 8;
    static final int MAX_PART_II_ID = 63;
    static final int MAX_REGIONAL = 4;

    public BasicSafetyMessage {
        partII = List.copyOf(partII);
        regional = List.copyOf(regional);
        if (partII.size() > MAX_PART_II || regional.size() > MAX_REGIONAL) {
            throw new IllegalArgumentException(
                    partII.size() + " elements of Part II and " + regional.size() + " regional ones");
        }
        if (partII.stream().anyMatch(element -> element.id() > MAX_PART_II_ID)) {
            throw new IllegalArgumentException("an element of Part II with an id above " + MAX_PART_II_ID);
        }
    }

    /** A message of Part I alone. */
    public static BasicSafetyMessage of(BsmCoreData coreData) {
        return new BasicSafetyMessage(coreData, List.of(), List.of());
    }

    /** The MessageFrame with this message: what vehicles sign. */
    public Octets encode() {
        return new MessageFrame(MESSAGE_ID, BsmCodec.write(this)).encode();
    }

    /** Reads a MessageFrame. */
    public static BsmReading read(Octets messageFrame) {
        return BsmCodec.read(messageFrame);
    }
}
