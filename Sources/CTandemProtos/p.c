int tandem_placeholder;
