"""Super-resolution of maps: the published generative network, the linear rule it has to beat, and its honesty."""
