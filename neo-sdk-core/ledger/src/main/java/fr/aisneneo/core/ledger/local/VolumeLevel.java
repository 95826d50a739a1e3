package fr.aisneneo.core.ledger.local;

/** How near to its threshold a volume is. */
public enum VolumeLevel {
    /** Below the share at which a warning is due. */
    BELOW,
    /** At that share or over it, and below the threshold. */
    NEAR,
    /** At the threshold or over it. */
    REACHED
}
