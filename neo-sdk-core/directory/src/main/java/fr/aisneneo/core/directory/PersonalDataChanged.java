package fr.aisneneo.core.directory;

import java.util.List;

/**
 * Personal data was entered or changed.
 *
 * @param fields the names of the fields that are different now, sorted, without values
 */
public record PersonalDataChanged(List<String> fields) {

    /** Copies the list. */
    public PersonalDataChanged {
        fields = List.copyOf(fields);
    }
}
